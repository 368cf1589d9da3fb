from .articles import Article, ArticleGram, Version
from .usage import Doubt, Reading, Study, Use

__all__ = ["Article", "ArticleGram", "Doubt", "Reading", "Study", "Use", "Version"]
