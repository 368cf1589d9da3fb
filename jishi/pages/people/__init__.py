"""The staff: taken on, moved, let in and kept out."""
