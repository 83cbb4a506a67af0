// Lets Node run code generated for bundlers, which imports files without an extension. node --import ./resolve.mjs
import { register } from "node:module";

export async function resolve(specifier, context, next) {
  const endings = specifier.startsWith(".") && !/\.m?js$/.test(specifier) ? ["", ".js", "/index.js"] : [""];
  for (const ending of endings) {
    try {
      return await next(specifier + ending, context);
    } catch (error) {
      if (ending === endings.at(-1)) throw error;
    }
  }
}

if (!import.meta.url.includes("?hook")) register(`${import.meta.url}?hook`);
