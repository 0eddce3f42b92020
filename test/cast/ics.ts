import ICAL from 'ical.js';

/** What another library reads in a calendar file, by the zone that the file itself describes. */
export const icsIn = (ics: string) => {
  ICAL.TimezoneService.reset();
  const root = new ICAL.Component(ICAL.parse(ics) as unknown[]);
  const zones = root.getAllSubcomponents('vtimezone').map((zone) => new ICAL.Timezone(zone));
  zones.forEach((zone) => ICAL.TimezoneService.register(zone));
  const events = root.getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component);
    const { uid, sequence, summary, location, startDate, endDate } = event;
    return {
      ...{ uid, sequence, summary, location },
      starts: startDate.toJSDate().toISOString(),
      ends: endDate.toJSDate().toISOString(),
      status: component.getFirstPropertyValue('status'),
    };
  });
  return { root, zones: zones.map(({ tzid }) => tzid), method: root.getFirstPropertyValue('method'), events };
};
