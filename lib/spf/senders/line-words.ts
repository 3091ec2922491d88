/** Words in the names of hosts on lines that change hands. */
export const CHANGING_LINE =
  /(?:^|[^a-z])(?:dyn|dynamic|dynip|dhcp|dsl|adsl|vdsl|xdsl|ppp|pppoe|pools?|dial|dialup|dialin)(?![a-z])/;

/** Words in the names of hosts on lines of homes and offices, which may also stand for something else. */
export const HOUSEHOLD_LINE =
  /(?:^|[^a-z])(?:cable|broadband|res|residential|home|ftth|fttx|fttb|fiber|mobile|lte|wifi|wireless|cust|customers?|subscriber|subs?|cpe|modem|user|client|catv|xpeed)(?![a-z])/;
