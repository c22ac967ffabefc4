"""Several networks trained side by side: one step of all costs a GPU hardly more than one step of one."""

from __future__ import annotations

import copy
from collections.abc import Mapping, Sequence

import torch
from torch import Tensor, nn
from torch.func import functional_call, stack_module_state, vmap

from training.batches import Batch
from training.losses import Opinion, Output, Weights, losses_against, losses_of, opinion_of
from training.model import Network


class Crowd:
    """Networks of one make; every parameter has a first axis for the member."""

    def __init__(self, shell: Network, parameters: Mapping[str, Tensor]) -> None:
        self.shell, self.sizes = shell, shell.tag_sizes
        self.parameters = {name: nn.Parameter(value.detach().clone()) for name, value in parameters.items()}

    @classmethod
    def of(cls, members: Sequence[Network], device: torch.device) -> Crowd:
        """Networks side by side, on a device."""
        stacked, _ = stack_module_state(list(members))
        return cls(members[0].to(device), {name: value.to(device) for name, value in stacked.items()})

    def part(self, places: Sequence[int]) -> Crowd:
        """A copy of some members."""
        return Crowd(copy.deepcopy(self.shell), {name: value[list(places)] for name, value in self.parameters.items()})

    def __len__(self) -> int:
        return int(self.parameters["arc"].shape[0])

    def member(self, place: int) -> Weights:
        """The parameters of one member."""
        return {name: value[place].detach() for name, value in self.parameters.items()}

    def losses(self, batch: Batch, keep: Tensor, opinion: Opinion | None = None) -> dict[str, Tensor]:
        """The losses [members] by name; `keep` [members, examples] says which member learns from which example."""

        def one(weights: Weights, kept: Tensor) -> dict[str, Tensor]:
            output = Output(*self._run(weights, batch))
            if opinion is not None:
                return losses_against(weights, self.sizes, output, batch, opinion)
            return losses_of(weights, self.sizes, output, batch, kept)

        self.shell.train()
        if len(self) == 1:
            return one({name: value[0] for name, value in self.parameters.items()}, keep[0])
        return vmap(one, randomness="different")(self.parameters, keep)

    def opinion(self, batch: Batch) -> Opinion:
        """What the members think of a batch, on average."""
        self.shell.eval()
        with torch.no_grad():
            all_outputs = vmap(lambda weights: self._run(weights, batch))(self.parameters)
            places = range(len(self))
            outputs = [Output(*(part[place] for part in all_outputs)) for place in places]
            return opinion_of([self.member(place) for place in places], self.sizes, outputs, batch)

    def _run(self, weights: Weights, batch: Batch) -> tuple[Tensor, Tensor, Tensor]:
        return functional_call(self.shell, dict(weights), (batch.pieces, batch.shapes, batch.mask, batch.first))
