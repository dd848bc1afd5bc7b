// Two comforts; everything on this site can be read without them.
"use strict";

// Instants in the reader's time zone; the title keeps UTC.
(() => {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (!zone || zone === "UTC" || zone === "Etc/UTC") {
    return;
  }
  const format = new Intl.DateTimeFormat("en-GB", {
    day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit",
    hourCycle: "h23", timeZoneName: "short",
  });
  for (const time of document.querySelectorAll("time[datetime]")) {
    const instant = new Date(time.dateTime);
    if (!Number.isNaN(instant.getTime())) {
      time.textContent = format.format(instant);
    }
  }
})();

// The check of one entry for auditors: the way from its hash to the root, and the signature over the root (RFC 6962, C2SP tlog-proof).
(async () => {
  const check = document.getElementById("check");
  if (!check || !crypto.subtle) {
    return;
  }
  const told = document.getElementById("verified");
  const utf8 = new TextEncoder();
  const bytes = (base64) => Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
  const base64 = (array) => btoa(String.fromCharCode(...array));
  const sha256 = async (...parts) => {
    const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
    let at = 0;
    for (const part of parts) {
      all.set(part, at);
      at += part.length;
    }
    return new Uint8Array(await crypto.subtle.digest("SHA-256", all));
  };
  const root = async (leaf, index, size, path) => {
    // RFC 9162, section 2.1.3.2. Positions stay below 2^53; division keeps them exact.
    let node = index;
    let last = size - 1;
    let hash = leaf;
    for (const other of path) {
      if (last === 0) {
        throw new Error("the proof is too long");
      }
      if (node % 2 === 1 || node === last) {
        hash = await sha256(Uint8Array.of(1), other, hash);
        while (node % 2 === 0 && node !== 0) {
          node = Math.floor(node / 2);
          last = Math.floor(last / 2);
        }
      } else {
        hash = await sha256(Uint8Array.of(1), hash, other);
      }
      node = Math.floor(node / 2);
      last = Math.floor(last / 2);
    }
    if (last !== 0) {
      throw new Error("the proof is too short");
    }
    return hash;
  };
  try {
    const proof = document.getElementById("proof").textContent;
    const middle = proof.indexOf("\n\n");
    const lines = proof.slice(0, middle).split("\n");
    const note = proof.slice(middle + 2);
    const signed = note.slice(0, note.indexOf("\n\n") + 1);
    const [, size, rootText] = signed.split("\n");
    const index = Number(lines.find((line) => line.startsWith("index ")).slice(6));
    const path = lines.slice(lines.findIndex((line) => line.startsWith("index ")) + 1).map(bytes);
    const entry = utf8.encode(document.getElementById("raw").textContent);
    const leaf = await sha256(Uint8Array.of(0), entry);
    if (base64(await root(leaf, index, Number(size), path)) !== rootText) {
      throw new Error("the entry is not the one that was signed");
    }
    // A key is NAME+ID+BASE64, and names may have a plus sign: the last two are meant, of which the base64 may have some, too.
    const [, name, key] = check.dataset.key.match(/^(.+)\+[0-9a-f]{8}\+([A-Za-z0-9+/=]+)$/);
    const verifier = await crypto.subtle.importKey("raw", bytes(key).slice(1), "Ed25519", false, ["verify"]);
    const signatures = note.split("\n").filter((line) => line.startsWith("— " + name + " "));
    const results = await Promise.all(signatures.map((line) =>
      crypto.subtle.verify("Ed25519", verifier, bytes(line.slice(line.lastIndexOf(" ") + 1)).slice(4), utf8.encode(signed))));
    if (!results.includes(true)) {
      throw new Error("the checkpoint is not signed by the key of this ledger");
    }
    told.textContent = `Checked by your browser: entry ${index} is in the tree of ${size} entries, whose checkpoint the ledger’s key signed.`;
  } catch (e) {
    told.textContent = `Your browser could not check it: ${e.message}. Download the two files and use “incident verify-proof”.`;
  }
})();
