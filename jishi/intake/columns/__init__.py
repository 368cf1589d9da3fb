"""Which column means what: by its heading, with what its cells look like as a second hint."""
