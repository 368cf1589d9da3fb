"""The register: customers, whom to call there, what they have and what was agreed with them."""
