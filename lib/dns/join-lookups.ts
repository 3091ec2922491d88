import type { RecordType } from "@/lib/spf/resolver";
import { type Looked, type Lookup, lookupError } from "./lookup";

interface Flight {
  outcome: Promise<Looked>;
  abort: AbortController;
  waiting: number;
}

/** A lookup that takes a key for the question, and asks once for all who ask the same while it is under way. It is given up when all of them have; `arrived` is told every outcome but that. */
export function joinLookups(
  lookup: Lookup,
  arrived: (key: string, outcome: Looked) => void,
): (key: string, name: string, type: RecordType, signal?: AbortSignal) => Looked | Promise<Looked> {
  const flights = new Map<string, Flight>();
  const start = (key: string, name: string, type: RecordType): Flight | Looked => {
    const abort = new AbortController();
    const looked = lookup(name, type, abort.signal);
    if (!(looked instanceof Promise)) {
      arrived(key, looked);
      return looked;
    }
    const flight: Flight = { outcome: looked, abort, waiting: 0 };
    flight.outcome = looked.then((outcome) => {
      if (abort.signal.aborted) return outcome;
      flights.delete(key);
      arrived(key, outcome);
      return outcome;
    });
    flights.set(key, flight);
    return flight;
  };
  return (key, name, type, signal) => {
    if (signal?.aborted) return Promise.resolve(lookupError("aborted"));
    const flight = flights.get(key) ?? start(key, name, type);
    if (!("outcome" in flight)) return flight;
    return board(flight, signal, () => {
      if (flights.get(key) === flight) flights.delete(key);
      flight.abort.abort();
    });
  };
}

/** Waits for a flight's outcome; `abandon` is called when nobody waits any longer. */
function board(flight: Flight, signal: AbortSignal | undefined, abandon: () => void): Promise<Looked> {
  flight.waiting++;
  return new Promise((resolve, reject) => {
    const leave = () => {
      if (--flight.waiting === 0) abandon();
      resolve(lookupError("aborted"));
    };
    signal?.addEventListener("abort", leave, { once: true });
    flight.outcome.then((outcome) => {
      signal?.removeEventListener("abort", leave);
      resolve(outcome);
    }, reject);
  });
}
