CREATE TABLE half (id bigint);
SELECT nothing_of_that_name();
