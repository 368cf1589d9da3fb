"""Words that stand for our codes: statuses, priorities, channels, satisfaction, on time or late, activities."""
