namespace Nabla;

/// <summary>Makes tensors of what tensors cannot hold, such as text and tables; it travels in a model's file.</summary>
/// <remarks>
/// What an encoder was fitted to is its configuration, so that <see cref="ComponentJson"/> writes all of it.
/// </remarks>
[ComponentFamily("encoder")]
public abstract class Encoder;
