/** n8n words a switch as “Whether to …”, and its descriptions end without a full stop. */
export function whether(help: string): string {
  return `Whether to ${help.charAt(0).toLowerCase()}${help.slice(1).replace(/\.$/, '')}`;
}
