"""Draws and sweeps on a cluster (Dask): the same chunks, computed elsewhere, the same result.

Chunks carry their own seed (``simulate``), so where and in which order they run changes nothing.
Dask is an optional part of the kit: imported here only, when asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from importlib import import_module
from typing import Any, TypeVar

Item = TypeVar("Item")
Found = TypeVar("Found")

LOCAL_WORKERS = 2


class ClusterError(RuntimeError):
    """``code`` is ``no_dask``, ``no_cluster`` (at the address ``detail``) or ``cluster_failed``."""

    def __init__(self, code: str, detail: str = "") -> None:
        self.code = code
        self.detail = detail
        super().__init__(f"{code} {detail}".strip())


class Mapper:
    """``map`` over a cluster, keeping the order."""

    def __init__(self, client: Any) -> None:
        self.client = client

    def __call__(self, function: Callable[[Item], Found], items: Iterable[Item]) -> Iterator[Found]:
        # pure=False: a key is not made from the content, which would hash every array again.
        try:
            futures = self.client.map(function, list(items), pure=False)
            found = self.client.gather(futures)
        except Exception as error:  # whatever a machine elsewhere may raise
            raise ClusterError("cluster_failed", f"{type(error).__name__}: {error}") from error
        return iter(found)


@contextmanager
def dask_mapper(
    address: str | None = None, workers: int = LOCAL_WORKERS, timeout_s: float = 10
) -> Iterator[Mapper]:
    """A mapper on the cluster at ``address``, or on a local one of ``workers`` processes.

    Raises
    ------
    ClusterError
        Dask is not installed, or nobody answers at ``address``.
    """
    try:
        dask: Any = import_module("distributed")
    except ImportError:
        raise ClusterError("no_dask") from None
    if address is not None:
        try:
            client = dask.Client(address, timeout=timeout_s)
        except (OSError, ValueError, TypeError, TimeoutError):
            raise ClusterError("no_cluster", address) from None
        with client:
            yield Mapper(client)
        return
    local = {"host": "127.0.0.1", "dashboard_address": None}  # nothing listens for the network
    with (
        dask.LocalCluster(n_workers=workers, threads_per_worker=1, **local) as cluster,
        dask.Client(cluster) as client,
    ):
        yield Mapper(client)
