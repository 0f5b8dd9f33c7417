"""The help: topics, search, a page (KN-5). Public."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from kontor.kit.markdown import to_html
from kontor.knowledge import queries
from kontor.knowledge.models import HelpVersion


@require_safe
def help_list(request: HttpRequest) -> HttpResponse:
    """All help pages under their topics, or those that a search finds."""
    text = request.GET.get("q", "").strip()[:200].replace("\0", "")
    context = {
        "text": text,
        "hits": list(queries.search_help(text)[: queries.SHOWN]) if text else [],
        "topics": queries.by_topic() if not text else [],
    }
    return render(request, "knowledge/help_list.html", context)


@require_safe
def help_page(request: HttpRequest, slug: str) -> HttpResponse:
    """One question with its answer, and what else there is about the topic."""
    try:
        words = queries.page_for(slug)
    except HelpVersion.DoesNotExist:
        raise Http404 from None
    context = {"words": words, "body": to_html(words.body), "others": queries.others_of(words.page)}
    return render(request, "knowledge/help_page.html", context)
