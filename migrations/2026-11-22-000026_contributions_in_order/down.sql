DROP INDEX contributions_new;
DROP INDEX contributions_in_order;
