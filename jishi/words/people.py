"""What is said of staff and their rights: the roles that ship, how far they reach, and what people may not do."""

from django import template
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from . import named

register = template.Library()

ROLES = {
    "administrator": pgettext_lazy("role", "Administrator"),
    "manager": pgettext_lazy("role", "Service manager"),
    "lead": pgettext_lazy("role", "Team lead"),
    "agent": pgettext_lazy("role", "Agent"),
    "second_line": pgettext_lazy("role", "Second line"),
    "engineer": pgettext_lazy("role", "Field engineer"),
    "callback": pgettext_lazy("role", "Call-back staff"),
    "monitor": pgettext_lazy("role", "Monitor"),
    "shopper": pgettext_lazy("role", "Mystery shopper"),
    "contact": pgettext_lazy("role", "Department contact"),
    "supplier": pgettext_lazy("role", "Supplier"),
    "reader": pgettext_lazy("role", "Reader"),
}
REACHES = {
    "own": pgettext_lazy("reach", "own tickets"),
    "team": pgettext_lazy("reach", "the team’s tickets"),
    "department": pgettext_lazy("reach", "the department’s tickets"),
    "supplier": pgettext_lazy("reach", "the supplier’s tickets"),
    "all": pgettext_lazy("reach", "all tickets"),
}
GROUPS = {
    "take": pgettext_lazy("rights", "Taking requests"),
    "work": pgettext_lazy("rights", "Working on tickets"),
    "visits": pgettext_lazy("rights", "Visits"),
    "lead": pgettext_lazy("rights", "Leading"),
    "know": pgettext_lazy("rights", "Knowledge"),
    "see": pgettext_lazy("rights", "Seeing and taking out"),
    "set_up": pgettext_lazy("rights", "Setting up"),
}
STANDINGS = {
    "here": pgettext_lazy("people", "Active"),
    "gone": pgettext_lazy("people", "Closed"),
    "all": pgettext_lazy("people", "Everybody"),
}
employed = register.filter("employed", named(STANDINGS))
rights_group = register.filter("rights_group", named(GROUPS))
reach = register.filter("reach", named(REACHES))
SHORT = {
    "own": pgettext_lazy("reach, short", "own"),
    "team": pgettext_lazy("reach, short", "team"),
    "department": pgettext_lazy("reach, short", "dept."),
    "supplier": pgettext_lazy("reach, short", "supplier"),
    "all": pgettext_lazy("reach, short", "all"),
}
reach_short = register.filter("reach_short", named(SHORT))


@register.filter
def role(of: object) -> str:
    """A role by its row or its code: those that ship have words, the company's own their name."""
    return str(ROLES.get(str(of), of))


MAY_NOT = {
    "beyond-own-rights": (
        _("The role “%(role)s” may do more than yours"),
        _("Nobody gives or governs what they do not have. Ask somebody whose role may do it."),
    ),
    "last-administrator": (
        _("Nobody could let people in any more"),
        _("Give somebody else the rights over people and roles first."),
    ),
    "already-begun": (
        _("This desk has its people already"),
        _("Ask an administrator to let you in."),
    ),
    "not-oneself": (
        _("Nobody does this to their own account"),
        _("Ask another administrator."),
    ),
    "number-taken": (
        _("The staff number %(number)s is taken"),
        _("Numbers differ by more than large and small letters. Choose another."),
    ),
    "unknown-right": (
        _("There is no right “%(value)s”"),
        _("Choose one of the rights offered."),
    ),
    "whole-role": (
        _("A role that may do everything stays so"),
        _("Make a role of your own like it, and take rights from that one."),
    ),
    "link-spent": (
        _("This link was used, or its day is over"),
        _("Ask whoever sent it for a new one."),
    ),
    "weak-password": (
        _("Others would guess this password"),
        _("Take ten characters or more, not a common word, not your name or number."),
    ),
    "role-ships": (
        _("The role “%(role)s” came with the house and stays"),
        _("Take its rights away, or give its people another role."),
    ),
    "role-in-use": (
        _("Somebody still has the role “%(role)s”"),
        _("Give its people another role first."),
    ),
    "wrong-password": (
        _("This is not your present password"),
        _("Nothing was changed. Type the password you log in with."),
    ),
    "not-the-same": (
        _("The two new passwords differ"),
        _("Type the new password twice, the same both times."),
    ),
    "nothing-begun": (
        _("No second factor is being set up"),
        _("Begin again: a new code to scan is shown."),
    ),
    "wrong-code": (
        _("This code is not the one of now"),
        _("Codes change every half minute and work once. Check the clock of your telephone and take the next one."),
    ),
    "too-many-tries": (
        _("Tried in vain too often"),
        _("Wait %(minutes)s minutes, or ask an administrator for a new link."),
    ),
}
