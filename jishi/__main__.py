"""`jishi …`: each command is a file in `management/commands/`."""

import os
import sys

from django.core.management import execute_from_command_line


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "jishi.settings")
    execute_from_command_line(["jishi", *sys.argv[1:]])


if __name__ == "__main__":
    main()
