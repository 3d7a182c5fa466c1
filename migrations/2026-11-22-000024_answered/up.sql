-- How many questionnaires answered each question is counted as they come, under the part -3: see src/survey/tally.rs.
INSERT INTO tallies (question_id, part, code, n)
SELECT question_id, -3, 0, count(DISTINCT questionnaire_id) FROM answers GROUP BY question_id;
