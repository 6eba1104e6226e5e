namespace Nabla.Studio;

/// <summary>
/// A box of a model's drawing: an input, a layer, or what a composite layer does with the results within it.
/// </summary>
/// <param name="Id">Unlike that of any other node; for a layer its path.</param>
/// <param name="Role">What the node stands for.</param>
/// <param name="Kind">What it is, such as <c>Dense</c>.</param>
/// <param name="Name">Its name within the model or layer around it; empty where it has none.</param>
public sealed record ModelNode(string Id, ModelNodeRole Role, string Kind, string Name)
{
    /// <summary>The extents of one result, without the batch axis.</summary>
    public IReadOnlyList<long> OutputShape { get; init; } = [];

    /// <summary>The parameters, counted in elements; a layer that is called again counts none.</summary>
    public long ParameterCount { get; init; }

    /// <summary>The group around the node; null at the outermost level.</summary>
    public string? Group { get; init; }

    /// <summary>The shape as people write it: <c>28 × 28</c>; <c>scalar</c> for one number.</summary>
    internal string ShapeText => OutputShape.Count == 0
        ? "scalar"
        : string.Join(" × ", OutputShape.Select(extent => NumberText.Integer(extent)));

    /// <summary>The parameters as people write them; empty for none.</summary>
    internal string ParametersText => ParameterCount switch
    {
        0 => "",
        1 => "1 parameter",
        _ => $"{NumberText.Grouped(ParameterCount)} parameters",
    };
}
