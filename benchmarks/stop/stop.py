"""Stops a service with SIGTERM while 8 clients send events and ask for lists, until /ready says 503: stop.py PID PORT FILE

Prints what was answered before and after, how soon /ready said 503, and how long the process went on. Ends with 1 when a request
that was sent got no answer, an answer was a 5xx, or /ready did not say 503 first. The acknowledged events go to FILE, a JSON array per line.
"""
import collections
import http.client
import json
import os
import signal
import sys
import threading
import time
import uuid

pid, port, file = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
stop = False  # the measurement is over
leave = False  # /ready said 503: as a load balancer does, clients send nothing new
results, acknowledged, ready = [], [], []
lock = threading.Lock()


def ask(connection, client, turn):
    if turn % 2:
        at = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(time.time() - 60))
        body = json.dumps([{"event_id": str(uuid.uuid4()), "tenant_id": "stop", "user_id": f"u{client}", "type": "MARKET_SIGNAL",
                            "signal_type": "SKILL_SEARCH", "skill_ids": ["x"], "timestamp": at}])
        path = "/api/v1/events"
    else:
        body = json.dumps({"user_context": {"user_id": f"u{client}", "tenant_id": "stop"}})
        path = "/api/v1/recommendations/generate"
    connection.request("POST", path, body, {"Content-Type": "application/json"})
    answer = connection.getresponse()
    answer.read()
    with lock:
        results.append((time.time(), str(answer.status)))
        if answer.status == 200 and path.endswith("events"):
            acknowledged.append(body)


def client(number):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    turn = 0
    while not stop and not leave:
        turn += 1
        try:
            if connection.sock is None:
                connection.connect()
            ask(connection, number, turn)
        except ConnectionRefusedError:
            results.append((time.time(), "refused"))
            connection.close()
            time.sleep(0.05)
        except Exception as e:  # a request without an answer
            results.append((time.time(), "lost: " + type(e).__name__))
            connection.close()


def probe():
    global leave
    while not stop:
        try:
            connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
            connection.request("GET", "/ready")
            ready.append((time.time(), connection.getresponse().status))
            leave = leave or ready[-1][1] == 503
        except Exception as e:
            ready.append((time.time(), type(e).__name__))
        time.sleep(0.1)


threads = [threading.Thread(target=client, args=(n,)) for n in range(8)] + [threading.Thread(target=probe)]
for thread in threads:
    thread.start()
time.sleep(6)
os.kill(pid, signal.SIGTERM)
told = time.time()
while os.path.exists(f"/proc/{pid}") and open(f"/proc/{pid}/stat").read().split(") ")[1][0] != "Z":
    if time.time() - told > 60:
        sys.exit("the process is still there after 60 s")
    time.sleep(0.05)
gone = time.time()
stop = True
for thread in threads:
    thread.join()
after = collections.Counter(result for at, result in results if at >= told)
print("before", dict(collections.Counter(result for at, result in results if at < told)), "after", dict(after))
print("ready afterwards", dict(collections.Counter(str(s) for at, s in ready if at >= told)))
print("gone after %.1f s, %d events acknowledged" % (gone - told, len(acknowledged)))
with open(file, "w") as out:
    out.writelines(body + "\n" for body in acknowledged)
bad = any(r.startswith(("lost", "5")) for _, r in results) or not any(s == 503 for at, s in ready if at >= told)
sys.exit(1 if bad else 0)
