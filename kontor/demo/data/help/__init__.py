"""Help pages: what one asks on the first days, answered as the portal works, in three languages."""

from kontor.demo.data.help import company, machines, ordering, service, start
from kontor.demo.data.help.page import Page, Topic
from kontor.demo.data.texts import say

TOPICS: tuple[Topic, ...] = (
    Topic("start", "house", say("Komme i gang", "Erste Schritte", "Getting started")),
    Topic("ordering", "store", say("Bestille", "Bestellen", "Ordering")),
    Topic("machines", "forklift", say("Maskiner", "Maschinen", "Machines")),
    Topic("service", "life-buoy", say("Service", "Service", "Service")),
    Topic("company", "building-2", say("Firmaet", "Ihre Firma", "Your company")),
)

PAGES: tuple[Page, ...] = (*start.PAGES, *ordering.PAGES, *machines.PAGES, *service.PAGES, *company.PAGES)
