"""What an archive keeps on disk, and how it is written without ever being half there."""
