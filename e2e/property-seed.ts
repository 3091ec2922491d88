import fc from "fast-check";

// Property tests begin from one seed, so that two runs of the same code say the same; WHYSPF_SEED tries others.
fc.configureGlobal({ seed: Number(process.env.WHYSPF_SEED ?? 7208) });
