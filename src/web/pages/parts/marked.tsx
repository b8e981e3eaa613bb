/** A sentence of the gateway in which backticks mark names, such as those of fields. */
const marked = /`([^`]+)`/;

export const Marked = ({ text }: { text: string }) => (
  <>{text.split(marked).map((part, index) => (index % 2 === 1 ? <code>{part}</code> : part))}</>
);
