namespace Nabla.Cli.Networks;

/// <summary>A kind of network that <c>--model</c> names.</summary>
/// <remarks>A kind more is a member of <see cref="All"/> and the method that gives its layers.</remarks>
/// <param name="Name">What users type.</param>
/// <param name="Description">What it is, in a few words.</param>
/// <param name="Layers">
/// Its layers, the last of which gives scores. They take floats, pixels from −1 or 0 to 1; a layer before them may be
/// one that augments.
/// </param>
internal sealed record NetworkKind(string Name, string Description, Func<NetworkPlan, IEnumerable<Layer>> Layers)
{
    /// <summary>The kinds there are; the first is the default.</summary>
    public static IReadOnlyList<NetworkKind> All { get; } =
    [
        new("dense", "dense layers on all numbers of an example", DenseLayers.Of),
        new("cnn", "convolutions, for images", ConvolutionalLayers.Of),
        new("resnet", "a small residual network, for images", ResidualLayers.Of),
    ];

    /// <summary>The kind of a name that <c>--model</c> let pass.</summary>
    public static NetworkKind Of(string name) => All.Single(kind => kind.Name == name);
}
