"""What lies on the disk: shards of posting lists, and the files beside them."""
