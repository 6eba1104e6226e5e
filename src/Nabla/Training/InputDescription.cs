namespace Nabla;

/// <summary>What a file says of one example of a model's input.</summary>
internal sealed record InputDescription(string DType, long[] Shape);
