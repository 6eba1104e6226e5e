using Nabla.Configuration;

namespace Nabla;

/// <summary>Reads and writes layers of every registered kind.</summary>
internal sealed class LayerConverter() : ComponentConverter<Layer>(LayerRegistry.Components);
