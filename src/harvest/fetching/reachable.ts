/** Which addresses of the network a source may be fetched from. */
import ipaddr, { IPv4, IPv6 } from 'ipaddr.js';

/** Decides on an IP address. */
export type AddressPolicy = (address: string) => boolean;

const [globalUnicast, nat64] = [IPv6.parseCIDR('2000::/3'), IPv6.parseCIDR('64:ff9b::/96')];

/** Whether an address belongs to the public internet. An IPv4 address within an IPv6 one counts as what it is. */
export const isPublic: AddressPolicy = (address) => {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address);
  if (parsed instanceof IPv4) return parsed.range() === 'unicast';
  if (parsed.match(nat64)) return new IPv4(parsed.toByteArray().slice(12)).range() === 'unicast';
  return parsed.match(globalUnicast) && parsed.range() === 'unicast';
};

const inside = ['private', 'uniqueLocal', 'loopback', 'carrierGradeNat'];

/** The same with addresses of the operator's network. Link-local ones stay closed: clouds answer there with credentials. */
export const isPublicOrInside: AddressPolicy = (address) =>
  isPublic(address) || (ipaddr.isValid(address) && inside.includes(ipaddr.process(address).range()));
