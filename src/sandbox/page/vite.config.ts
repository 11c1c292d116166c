import react from "@vitejs/plugin-react";
import type { InlineConfig } from "vite";

/** How the page is built; `outDir` is where to. */
export function pageConfig(outDir: string): InlineConfig {
  return {
    configFile: false,
    root: import.meta.dirname,
    base: "/",
    logLevel: "silent",
    plugins: [react()],
    build: {
      outDir,
      emptyOutDir: true,
      target: "es2022",
      reportCompressedSize: false,
      // The page comes from loopback: one file each, and no fonts or pictures inside of them.
      chunkSizeWarningLimit: 2000,
    },
  };
}
