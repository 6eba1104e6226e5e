namespace Nabla.Data.Formats;

/// <summary>Gives a part of a tensor's bytes to the writer.</summary>
/// <param name="start">The first byte wanted, counted from the tensor's own first one.</param>
/// <param name="destination">To be filled whole, little-endian.</param>
public delegate void SafetensorsContent(long start, Span<byte> destination);
