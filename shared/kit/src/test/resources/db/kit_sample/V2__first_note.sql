INSERT INTO note VALUES (1, 'made by a migration');
