"""The process that opens the student's files, so that the one that judges them never has to."""
