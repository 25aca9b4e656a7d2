"""Readers at once: each with one connection that is kept open, who waits for the answer, and then asks the next.

Of the client nothing is parsed but the head of an answer, by hand, so that it takes little of the processors that it
shares with the server; what it took of them is told beside the times. A reader goes on at once (`pause` 0), or looks at
the page for a while that is drawn, with that mean.
"""

import asyncio
import random
import time
from collections.abc import Sequence
from dataclasses import dataclass

from bench.readers import HOST, PATIENCE

SEED = 20250215
OK = b"HTTP/1.1 200 "


@dataclass(frozen=True)
class Waited:
    """Milliseconds of every answer; answers a second of all readers together; what the client itself took for each of
    them, in ms of the processor; and what failed, as it was said.
    """

    times: tuple[float, ...]
    a_second: float
    client: float
    failed: tuple[str, ...]

    def at(self, share: float) -> float:
        """The time within which this share of the answers came."""
        return sorted(self.times)[min(int(share * len(self.times)), len(self.times) - 1)]


def read_at_once(ports: Sequence[int], asked: Sequence[Sequence[str]], pause: float, seconds: float) -> Waited:
    """A reader for each sequence of addresses, dealt to the ports in turn, until they are through or time is up."""
    return asyncio.run(_all(ports, asked, pause, seconds))


async def _all(ports: Sequence[int], asked: Sequence[Sequence[str]], pause: float, seconds: float) -> Waited:
    times: list[float] = []
    failed: list[str] = []
    begun, worked = time.perf_counter(), time.process_time()
    readers = [
        _read(
            ports[number % len(ports)], mine, pause, begun + seconds, random.Random(f"{SEED}-{number}"), times, failed
        )
        for number, mine in enumerate(asked)
    ]
    await asyncio.gather(*readers)
    took, client = time.perf_counter() - begun, time.process_time() - worked
    return Waited(tuple(times), len(times) / took, client * 1000 / max(1, len(times)), tuple(failed))


async def _read(
    port: int,
    mine: Sequence[str],
    pause: float,
    until: float,
    chance: random.Random,
    times: list[float],
    failed: list[str],
) -> None:
    reader, writer = await asyncio.open_connection(HOST, port)
    try:
        for address in mine:
            if pause:
                await asyncio.sleep(chance.expovariate(1 / pause))
            if time.perf_counter() > until:
                break
            if reader.at_eof():  # a server may close a connection on which nothing was asked for a while
                writer.close()
                reader, writer = await asyncio.open_connection(HOST, port)
            begun = time.perf_counter()
            try:
                why = await asyncio.wait_for(_answer(reader, writer, address), PATIENCE)
            except (OSError, EOFError, TimeoutError) as error:
                failed.append(f"{address}: {error!r}")
                break
            if why:
                failed.append(f"{address}: {why}")
            times.append((time.perf_counter() - begun) * 1000)
    finally:
        writer.close()


async def _answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, address: str) -> str:
    """Ask, and read the answer to its last byte; what is wrong with it, or nothing."""
    writer.write(f"GET {address} HTTP/1.1\r\nHost: {HOST}\r\nAccept-Encoding: gzip\r\n\r\n".encode("ascii"))
    head = await reader.readuntil(b"\r\n\r\n")
    lines = head.lower().split(b"\r\n")
    length = next((int(line[15:]) for line in lines if line.startswith(b"content-length:")), None)
    if length is not None:
        await reader.readexactly(length)
    else:
        while size := int(await reader.readuntil(b"\r\n"), 16):
            await reader.readexactly(size + 2)
        await reader.readexactly(2)
    return "" if head.startswith(OK) else head.partition(b"\r\n")[0].decode("latin-1")
