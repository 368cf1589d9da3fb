"""The register of customers: whom to call, devices and warranties, contracts; kept by rows, of a sheet or of a form."""
