"""The kernels behind the pages: always the interpreter that runs the portal, ready at once.

A ``python3`` kernel that a person once installed for another environment must not run our pages.
On Linux kernels are forked from a process that has the imports done (see
:mod:`jalons.portal.nursery`); elsewhere, or should that fail, they start from nothing.
"""

from __future__ import annotations

import asyncio
import json
import logging
import os
import select
import signal
import sys
from importlib.metadata import EntryPoint
from typing import Any, cast

from jupyter_client.kernelspec import KernelSpec, KernelSpecManager
from jupyter_client.provisioning.factory import KernelProvisionerFactory
from jupyter_client.provisioning.local_provisioner import LocalProvisioner

log = logging.getLogger("jalons")
NAME = "python3"
PROVISIONER = "jalons"
ANSWER_S = 20.0
# The kernel listens to this machine only, with a key: its own warning about that says nothing new.
# It keeps no history of what it ran.
OPTIONS = ("--log-level=ERROR", "--HistoryManager.enabled=False")
CAN_FORK = sys.platform == "linux" and hasattr(os, "pidfd_open")


class OwnKernels(KernelSpecManager):
    """Knows one kernel, whatever the machine has installed."""

    def find_kernel_specs(self) -> dict[str, str]:
        return {NAME: ""}

    def get_kernel_spec(self, kernel_name: str) -> KernelSpec:
        launch = ("-m", "ipykernel_launcher", *OPTIONS, "-f", "{connection_file}")
        return KernelSpec(
            argv=[sys.executable, *launch],
            display_name="Jalons",
            language="python",
            metadata={"kernel_provisioner": {"provisioner_name": PROVISIONER}},
        )

    def get_all_specs(self) -> dict[str, Any]:
        spec = self.get_kernel_spec(NAME).to_dict()
        return {NAME: {"resource_dir": "", "spec": spec}}


class ForkedKernel:
    """A kernel that is not a child of ours, with the part of ``Popen`` that Jupyter uses."""

    stdin = stdout = stderr = None

    def __init__(self, pid: int) -> None:
        self.pid = pid
        # A handle on this very process: its number may be given to another once it ended.
        self._handle: int | None = os.pidfd_open(pid)

    def poll(self) -> int | None:
        if self._handle is not None:
            ended, _, _ = select.select([self._handle], [], [], 0)
            if not ended:
                return None
            os.close(self._handle)
            self._handle = None
        return 0

    def wait(self) -> int:
        if self._handle is not None:
            select.select([self._handle], [], [])
        return self.poll() or 0

    def send_signal(self, number: int) -> None:
        if self._handle is not None:
            signal.pidfd_send_signal(self._handle, number)

    def terminate(self) -> None:
        self.send_signal(signal.SIGTERM)

    def kill(self) -> None:
        self.send_signal(signal.SIGKILL)


class Nursery:
    """The process kernels are forked from, seen from the portal."""

    def __init__(self) -> None:
        self._process: asyncio.subprocess.Process | None = None
        self._one_at_a_time = asyncio.Lock()

    async def open(self, env: dict[str, str]) -> None:
        """Start importing; kernels may be asked for at once."""
        if not CAN_FORK:
            return
        self._process = await asyncio.create_subprocess_exec(
            sys.executable,
            *("-m", "jalons.portal.nursery"),
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            env={name: value for name, value in env.items() if name != "JPY_PARENT_PID"},
        )

    async def fork(self, argv: list[str], env: dict[str, str], cwd: str) -> ForkedKernel | None:
        """Return a new kernel, or None if it must be started from nothing."""
        process = self._process
        if process is None or process.stdin is None or process.stdout is None:
            return None
        wanted = json.dumps({"argv": argv, "env": env, "cwd": cwd}) + "\n"
        try:
            async with self._one_at_a_time:
                process.stdin.write(wanted.encode())
                await process.stdin.drain()
                answer = await asyncio.wait_for(process.stdout.readline(), ANSWER_S)
            return ForkedKernel(int(json.loads(answer)["pid"]))
        except (OSError, ValueError, TimeoutError):
            log.exception("no kernel could be forked: they start from nothing from now on")
            await self.close()
            return None

    async def close(self) -> None:
        """End the process; kernels that still live notice and end."""
        process, self._process = self._process, None
        if process is not None and process.returncode is None:
            process.terminate()
            await process.wait()


class Provisioner(LocalProvisioner):
    """Forks a kernel where it can, launches it as usual where it cannot."""

    nursery: Nursery | None = None

    async def launch_kernel(self, cmd: list[str], **kwargs: Any) -> Any:
        argv = cmd[cmd.index(OPTIONS[0]) :]
        forked = None
        if self.nursery is not None:
            forked = await self.nursery.fork(argv, kwargs["env"], str(kwargs["cwd"]))
        if forked is None:
            return await super().launch_kernel(cmd, **kwargs)
        self.process = cast(Any, forked)
        self.pid = self.pgid = forked.pid
        self.cwd = kwargs["cwd"]
        return self.connection_info


def register(nursery: Nursery) -> None:
    """Let Jupyter find the provisioner, without anything to install."""
    Provisioner.nursery = nursery
    group = KernelProvisionerFactory.GROUP_NAME
    entry = EntryPoint(PROVISIONER, f"{__name__}:{Provisioner.__name__}", group)
    KernelProvisionerFactory.instance().provisioners[PROVISIONER] = entry
