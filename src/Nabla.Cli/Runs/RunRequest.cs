using Nabla.Cli.Networks;
using Nabla.Cli.Options;
using Nabla.Cli.Sources;

namespace Nabla.Cli.Runs;

/// <summary>What a command line asks for; what is null is chosen by the data.</summary>
internal sealed record RunRequest
{
    public required DataConfiguration Data { get; init; }

    public required double Validation { get; init; }

    /// <summary>Whether the data decide if any examples are set aside to validate.</summary>
    public bool IsValidationByData { get; init; }

    public required double Test { get; init; }

    public required int Seed { get; init; }

    public required int? Epochs { get; init; }

    public required int? Batch { get; init; }

    public required int? Patience { get; init; }

    public required NetworkKind Network { get; init; }

    public required int[]? Hidden { get; init; }

    public required Activation Activation { get; init; }

    public required double? Dropout { get; init; }

    public required OptimizerSettings Optimizer { get; init; }

    /// <summary>Whether images are turned, moved and mirrored while training.</summary>
    public required bool Augments { get; init; }

    public required long CheckpointSteps { get; init; }

    public required double CheckpointSeconds { get; init; }

    /// <summary>The request, settled for so many examples.</summary>
    /// <remarks>
    /// A hundred examples are the least that tell a better epoch from a lucky one. Where a share has fewer, all learn,
    /// and the schedule and the decay of weights keep the network from learning them by heart.
    /// </remarks>
    public RunRequest For(int examples)
    {
        const int FewestValidated = 100;
        return IsValidationByData && Validation * examples < FewestValidated ? this with { Validation = 0 } : this;
    }
}
