using Nabla.Cli.Sets;

namespace Nabla.Cli.Sources;

/// <summary>Examples cut into parts and made into tensors, with what a model's file has to say about them.</summary>
internal sealed record PreparedData
{
    public required Dataset Train { get; init; }

    /// <summary>What decides when to stop; null where nothing was set aside.</summary>
    public required Dataset? Validation { get; init; }

    /// <summary>What the model never saw; null where nothing was set aside.</summary>
    public required Dataset? Test { get; init; }

    /// <summary>What is looked at after each epoch and decides nothing; null for what validates.</summary>
    public Dataset? Watched { get; init; }

    /// <summary>The named set that the examples are of; null for data of the user's own.</summary>
    public NamedSet? Set { get; init; }

    public required Goal Goal { get; init; }

    /// <summary>What <c>--augment</c> puts before the network; empty for what is no picture.</summary>
    public IReadOnlyList<Layer> Augmentation { get; init; } = [];

    /// <summary>What is kept in the model's file.</summary>
    public required IReadOnlyDictionary<string, string> Notes { get; init; }

    /// <summary>What was found in the examples to learn from, a line each.</summary>
    public required IReadOnlyList<string> Findings { get; init; }

    /// <summary>Type and shape of one example as the model sees it.</summary>
    public TensorSpec Input => Train[0].Input.Spec;

    /// <summary>The sizes of the parts, as people read them.</summary>
    public string Describe() =>
        $"{Train.Count:N0} to train on, {Validation?.Count ?? 0:N0} to validate, {Test?.Count ?? 0:N0} to test";

    /// <summary>All targets of a set.</summary>
    public static Tensor TargetsOf(Dataset data) =>
        data.ReadTransformed([.. Enumerable.Range(0, data.Count)]).Target;
}
