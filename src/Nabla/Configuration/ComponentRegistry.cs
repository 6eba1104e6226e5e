using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Nabla.Configuration;

/// <summary>
/// The kinds of a component (layers, initializers) that a file may name, each with its version and the way to read and
/// write it.
/// </summary>
/// <remarks>Nothing in a file is ever looked up as a CLR type: a kind that was not registered is refused.</remarks>
/// <typeparam name="TBase">What the components have in common.</typeparam>
internal sealed class ComponentRegistry<TBase>(string noun) where TBase : class
{
    private readonly Dictionary<string, Entry> _byKind = new(StringComparer.Ordinal);
    private readonly Dictionary<Type, Entry> _byType = [];
    private readonly Lock _lock = new();

    public void Register<TComponent>(string kind, int version, JsonTypeInfo<TComponent> configuration)
        where TComponent : TBase
    {
        ArgumentException.ThrowIfNullOrEmpty(kind);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(version);
        ArgumentNullException.ThrowIfNull(configuration);
        var entry = new Entry(kind, version, configuration);
        lock (_lock)
        {
            if (_byKind.ContainsKey(kind) || !_byType.TryAdd(typeof(TComponent), entry))
            {
                throw new ArgumentException(
                    $"The kind '{kind}' or the type {typeof(TComponent).Name} is registered already; "
                    + $"register each {noun} once, under a name of its own.", nameof(kind));
            }

            _byKind.Add(kind, entry);
        }
    }

    /// <summary>The entry of a component that is to be written.</summary>
    public Entry EntryOf(TBase component)
    {
        lock (_lock)
        {
            return _byType.TryGetValue(component.GetType(), out Entry? entry)
                ? entry
                : throw new NotSupportedException(
                    $"The {noun} {component.GetType().Name} is not registered, so that it cannot be saved; "
                    + $"register it once at start with {typeof(TBase).Name}Registry.Register.");
        }
    }

    /// <summary>The entry of a kind that was read.</summary>
    /// <exception cref="JsonException">
    /// The kind is unknown, or of a version that is newer than this program.
    /// </exception>
    public Entry EntryOf(string kind, int version)
    {
        lock (_lock)
        {
            if (!_byKind.TryGetValue(kind, out Entry? entry))
            {
                throw new JsonException(
                    $"the {noun} '{kind}' is unknown; "
                    + $"register it with {typeof(TBase).Name}Registry.Register before loading");
            }

            return version >= 1 && version <= entry.Version
                ? entry
                : throw new JsonException(
                    $"the {noun} '{kind}' is of version {version} "
                    + $"where this program knows versions 1 to {entry.Version}; update Nabla");
        }
    }

    /// <summary>One registered kind.</summary>
    public sealed record Entry(string Kind, int Version, JsonTypeInfo Configuration);
}
