"""Counts what passed and says what failed."""
import time


class Report:
    def __init__(self):
        self.count = {True: 0, False: 0}
        self.skipped = []
        self.started = self.section_started = time.monotonic()
        self.open = None

    def section(self, title):
        self.close()
        self.open, self.section_started = (title, dict(self.count)), time.monotonic()
        print(f"== {title}", flush=True)

    def close(self):
        if self.open:
            title, before = self.open
            passed, failed = (self.count[key] - before[key] for key in (True, False))
            seconds = time.monotonic() - self.section_started
            print(f"   {passed} passed, {failed} failed ({seconds:.0f} s)", flush=True)
            self.open = None

    def check(self, is_right, name, detail=""):
        self.count[bool(is_right)] += 1
        if not is_right:
            print(f"   FAILED {name}: {detail}", flush=True)
        return bool(is_right)

    def passed(self, message, count=1):
        self.count[True] += count
        print(f"   {message}", flush=True)

    def none(self, findings, name):
        """Passes when a checker has found nothing."""
        return self.check(not findings, name, "; ".join(map(str, list(findings)[:6])))

    def skip(self, message):
        self.skipped.append(message)
        print(f"   SKIPPED, not counted as passed: {message}", flush=True)

    def finish(self):
        self.close()
        for message in self.skipped:
            print(f"skipped: {message}")
        print(f"{time.monotonic() - self.started:.0f} s")
        print(f"{self.count[True]} passed, {self.count[False]} failed")
        return self.finish_quietly()

    def finish_quietly(self):
        """The exit code: nothing failed, and something was checked."""
        return 1 if self.count[False] or not self.count[True] else 0
