DELETE FROM tallies WHERE part < -1;
