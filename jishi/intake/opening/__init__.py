"""Opening a file of any kind as a stream of rows, behind guards: what is inflated is counted, not believed."""
