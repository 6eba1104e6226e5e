namespace Nabla;

/// <summary>One layer of a summary.</summary>
/// <param name="Depth">How many layers it is within.</param>
/// <param name="Name">Its name within the layer above; empty for the model itself.</param>
/// <param name="Type">Its kind, such as <c>Dense</c>.</param>
/// <param name="OutputShape">The shape of its result, without the batch axis; null when it was not called.</param>
/// <param name="ParameterCount">Its parameters, those of layers within included.</param>
/// <param name="HasParts">Whether it is made of other layers.</param>
public sealed record SummaryRow(
    int Depth, string Name, string Type, Shape? OutputShape, long ParameterCount, bool HasParts);
