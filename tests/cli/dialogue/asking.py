"""A program that asks what it is told to ask, and prints the replies as JSON.

Usage: asking.py LANGUAGE NAME …, with the names of the prompts below.
"""

import json
import sys
from dataclasses import replace
from pathlib import Path

from advisor.cli.dialogue.partner import Dialogue
from advisor.knowledge.languages import messages
from advisor.model.language import Language
from advisor.survey.choices import Choice
from advisor.survey.lines import Line, Tone
from advisor.survey.partner import Command, Form, Given, Prompt

ROOT = Path(__file__).parents[3] / "knowledge"
GOALS = (
    Choice("learning", "Learning", "a course, a tutorial, a first project"),
    Choice("research", "Research", "new methods, experiments, publications"),
    Choice("prototype", "Prototype", "show that the idea works before investing more"),
    Choice("production", "Production", "people or systems will rely on the result"),
)
PLACES = (
    Choice("none", "Nowhere yet"),
    Choice("server", "Our own servers", "including containers and rented machines"),
    Choice("cloud", "A managed cloud service", "the provider runs the model"),
    Choice("android", "Android phones and tablets"),
    Choice("ios", "iPhones and iPads"),
    Choice("browser", "Web browsers"),
    Choice("windows", "Windows desktops"),
    Choice("macos", "Mac desktops"),
    Choice("linux", "Linux desktops"),
    Choice("embedded", "Small Linux devices", "cameras, gateways, boards"),
    Choice("micro", "Microcontrollers", "sensors with kilobytes of memory"),
    Choice("node", "Node.js"),
    Choice("hpc", "A supercomputer", "inside large simulations or batch jobs"),
)
CRITERIA = tuple(
    Choice(
        f"{group.lower()}-{number}",
        f"{group} criterion {number}",
        f"What a team in the field of {group.lower()} means by criterion {number}, in "
        "one sentence that is too long for the row in which its title stands.",
        group,
    )
    for group in ("Speed", "Deployment", "Community", "Upkeep")
    for number in range(1, 11)
)
HELP = (
    "Tick every place where the finished model does its work for users. Each place "
    "needs a way from the training tool to it; where no such way exists, the tool is "
    "ruled out. Leave out what is only a distant wish."
)
WHY = (
    Line("Why it is asked", Tone.STRONG),
    *(Line(f"- reason {number}", indent=2, hang=2) for number in range(1, 31)),
)


def _flaw(text: str) -> str:
    return "" if text.startswith("3.") else f"{text!r} does not look like 3.12."


COMMON = Prompt(
    title="What is the project for?",
    form=Form.ONE,
    help=HELP,
    choices=GOALS,
    heading="Project · question 4 · at most 5 more",
    status="So far: PyTorch, 71 % settled",
    commands=frozenset(Command),
    why=lambda: WHY,
)
MANY = replace(
    COMMON,
    title="Where must it run?",
    form=Form.MANY,
    choices=PLACES,
    exclusive=("none",),
)
PROMPTS = {
    "one": COMMON,
    "current": replace(COMMON, current="prototype"),
    "bare": Prompt("Go on?", Form.YES_NO),
    "many": MANY,
    "strict": replace(MANY, commands=frozenset({Command.STOP})),
    "ordered": replace(
        COMMON,
        title="What matters most to you, in order?",
        form=Form.ORDERED,
        choices=CRITERIA,
    ),
    "yes-no": replace(COMMON, title="May it be interrupted?", form=Form.YES_NO, choices=()),
    "text": replace(
        COMMON,
        title="Which version of Python?",
        form=Form.TEXT,
        choices=(),
        example="3.12",
        check=_flaw,
    ),
    "chinese": replace(
        COMMON,
        title="训练好的模型必须在哪些地方运行？",
        form=Form.MANY,
        heading="部署 · 第 4 题 · 大约还有 5 题可能影响结果",
        status="目前：PyTorch 领先，已有 71 % 的把握",
        help="勾选模型为用户工作的每一个地方。每个地方都需要一条从训练工具出发的路径；"
        "没有路径的工具会被排除。只是远期设想的地方请不要勾选。",
        choices=(
            Choice("server", "自有服务器", "包括容器和租用的机器"),
            Choice("android", "安卓手机和平板"),
            Choice("browser", "网页浏览器", "模型在用户的浏览器里运行"),
        ),
    ),
}  # fmt: skip


def main() -> int:
    """Ask; a reply is the answer, or the name of the command."""
    language, *names = sys.argv[1:]
    partner = Dialogue(messages([ROOT], Language(language)))
    replies: list[object] = []
    code = 0
    try:
        for name in names:
            reply = partner.ask(PROMPTS[name])
            replies.append(reply.answer if isinstance(reply, Given) else reply.value)
        partner.say([Line("Thank you.", Tone.GOOD, aside=" That was all.")])
    except KeyboardInterrupt:
        partner.say([Line("Broken off.", Tone.BAD)])
        code = 130
    sys.stdout.write(json.dumps(replies) + "\n")
    return code


if __name__ == "__main__":
    sys.exit(main())
