"""Records written as files of the articles folder, none of them twice."""
