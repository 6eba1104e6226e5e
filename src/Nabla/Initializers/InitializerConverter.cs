using Nabla.Configuration;

namespace Nabla;

/// <summary>Reads and writes initializers of every registered kind.</summary>
internal sealed class InitializerConverter() : ComponentConverter<Initializer>(InitializerRegistry.Components);
