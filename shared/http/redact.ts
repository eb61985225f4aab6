const keyShapes = /\b(?:Bearer\s+(?:\[hidden\]|[^\s"'\\,;)}\]]+)|VF\.[A-Z]+\.[\w.-]+|vfp_\w+)/g;

/** The text without the API key and without anything that is shaped like one. */
export function redactKeys(text: string, apiKey: string): string {
  return text.replaceAll(apiKey, '[hidden]').replace(keyShapes, '[hidden]');
}
