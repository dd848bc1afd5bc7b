// Asks a running site by means of programs that others wrote, and prints what they understood as JSON.
"use strict";
const { StatuspageAPI, Statuspage } = require("statuspage.io");
const Parser = require("rss-parser");
const FeedParser = require("feedparser");
const { Readable } = require("node:stream");

const site = process.argv[2];

const read = (xml) => new Promise((done, failed) => {
  const parser = new FeedParser();
  const items = [];
  parser.on("error", failed);
  parser.on("readable", () => {
    for (let item = parser.read(); item; item = parser.read()) {
      items.push(item);
    }
  });
  parser.on("end", () => done(items));
  Readable.from([xml]).pipe(parser);
});

(async () => {
  const client = new (Statuspage ?? StatuspageAPI)("example");
  client.apiClient.defaults.baseURL = site;
  const summary = await client.api.getSummary();
  const told = {
    page: summary.page.name,
    indicator: (await client.api.getStatus()).status.indicator,
    components: (await client.api.getComponents()).components.length,
    summary: summary.components.length,
    incidents: (await client.api.incidents.getAll()).incidents.length,
    unresolved: (await client.api.incidents.getUnresolved()).incidents.length,
    maintenances: (await client.api.scheduledMaintenances.getAll()).scheduled_maintenances.length,
    upcoming: (await client.api.scheduledMaintenances.getUpcoming()).scheduled_maintenances.length,
    active: (await client.api.scheduledMaintenances.getActive()).scheduled_maintenances.length,
    feeds: [],
  };
  for (const feed of ["history.atom", "history.rss"]) {
    const xml = await (await fetch(site + feed)).text();
    const one = (await new Parser().parseString(xml)).items;
    const other = await read(xml);
    const whole = one.every((item) => item.title && item.link && item.isoDate && item.content)
      && other.every((item) => item.title && item.link && item.pubdate && item.description && item.guid);
    told.feeds.push({ feed, one: one.length, other: other.length, whole });
  }
  console.log(JSON.stringify(told));
})().catch((e) => {
  console.error(e);
  process.exitCode = 1;
});
