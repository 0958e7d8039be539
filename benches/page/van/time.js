// How times are written.

const two = (number) => (number < 10 ? `0${number}` : String(number));

/** `4:12:09`; `12:09` below an hour; with a sign when it is over. */
export const left = (seconds) => {
  const over = seconds < 0;
  const size = over ? -seconds : seconds;
  const hours = Math.floor(size / 3_600);
  const rest = `${two(Math.floor(size / 60) % 60)}:${two(size % 60)}`;
  return (over ? "−" : "") + (hours ? `${hours}:${rest}` : rest);
};

/** `2 d 4 h` from a day on, else as `left`. */
export const wall = (seconds) => {
  const size = Math.abs(seconds);
  if (size < 86_400) return left(seconds);
  return `${seconds < 0 ? "−" : ""}${Math.floor(size / 86_400)} d ${Math.floor((size % 86_400) / 3_600)} h`;
};

/** Writes instants by the clock of `zone`, as `11-24 18:00`, and remembers what it wrote last. */
export const writer = (zone) => {
  const parts = new Intl.DateTimeFormat("en-GB", {
    timeZone: zone,
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  });
  const written = new Map();
  return (at) => {
    let text = written.get(at);
    if (text === undefined) {
      const [day, , month, , hour, , minute] = parts.formatToParts(at * 1_000);
      text = `${month.value}-${day.value} ${hour.value}:${minute.value}`;
      if (written.size > 1_000) written.clear();
      written.set(at, text);
    }
    return text;
  };
};
