"""Help pages: what one asks on the first days, answered as the portal works, in three languages."""

from kontor.demo.data.help import company, machines, ordering, service, start, stuck
from kontor.demo.data.help.page import Page, Topic
from kontor.demo.data.texts import say

TOPICS: tuple[Topic, ...] = (
    Topic("start", icon="house", name=say("Komme i gang", "Erste Schritte", "Getting started")),
    Topic("ordering", icon="store", name=say("Bestille", "Bestellen", "Ordering")),
    Topic("machines", icon="forklift", name=say("Maskiner", "Maschinen", "Machines")),
    Topic("service", icon="life-buoy", name=say("Service", "Service", "Service")),
    Topic("company", icon="building-2", name=say("Firmaet", "Ihre Firma", "Your company")),
)

PAGES: tuple[Page, ...] = (
    *start.PAGES,
    *stuck.PAGES,
    *ordering.PAGES,
    *machines.PAGES,
    *service.PAGES,
    *company.PAGES,
)
