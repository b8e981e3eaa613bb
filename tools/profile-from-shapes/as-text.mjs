/** JSON with one property shape a line, so that a difference between two releases is read line by line. */
export function asText(value, indent = '') {
  const flat = JSON.stringify(value);
  if (
    typeof value !== 'object' ||
    value === null ||
    (flat.length < 110 - indent.length && !flat.includes('"path"'))
  )
    return spaced(value);
  if ('path' in value || 'or' in value) return spaced(value);
  const inner = `${indent}  `;
  const [open, close, parts] = Array.isArray(value)
    ? ['[', ']', value.map((part) => `${inner}${asText(part, inner)}`)]
    : [
        '{',
        '}',
        Object.entries(value).map(([key, part]) => `${inner}${JSON.stringify(key)}: ${asText(part, inner)}`),
      ];
  const text = `${open}\n${parts.join(',\n')}\n${indent}${close}`;
  return indent === '' ? `${text}\n` : text;
}

/** In one line, with the spaces that people expect. */
function spaced(value) {
  if (Array.isArray(value)) return `[${value.map(spaced).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  return `{ ${Object.entries(value)
    .map(([key, part]) => `${JSON.stringify(key)}: ${spaced(part)}`)
    .join(', ')} }`;
}
