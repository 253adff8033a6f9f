"""Filters that write values as the visitor's language does; available in every template."""

from django import template

from content.base import formats

register = template.Library()

register.filter("local_date", formats.format_date)
register.filter("local_time", formats.format_time)
register.filter("number", formats.format_number)
register.filter("unit", formats.format_unit)
register.filter("duration", formats.format_duration)
register.filter("money", formats.format_money)
register.filter("joined", formats.format_list)
register.filter("month_name", formats.month_name)
register.filter("colon_after", formats.colon_after)
register.filter("in_brackets", formats.in_brackets)
register.simple_tag(formats.comma, name="comma")
register.simple_tag(formats.dash, name="dash")
register.simple_tag(formats.between, name="between")
register.simple_tag(formats.sentences, name="sentences")
