namespace Nabla.Configuration;

/// <summary>A kind of component that files may name, and how it is written and read; generated code makes it.</summary>
public abstract class ComponentEntry
{
    private protected ComponentEntry(ComponentFamily family, Type type, string kind, int version)
    {
        Family = family;
        Type = type;
        Kind = kind;
        Version = version;
    }

    /// <summary>The name in files.</summary>
    public string Kind { get; }

    /// <summary>The newest version of the configuration.</summary>
    public int Version { get; }

    /// <summary>The class of the component.</summary>
    public Type Type { get; }

    internal ComponentFamily Family { get; }

    /// <summary>Describes a kind of component.</summary>
    /// <typeparam name="TFamily">The base class that carries <see cref="ComponentFamilyAttribute"/>.</typeparam>
    /// <typeparam name="TComponent">The class of the component.</typeparam>
    /// <param name="family">What messages call a member of the family.</param>
    /// <param name="kind">The name in files.</param>
    /// <param name="version">The newest version of the configuration, 1 or more.</param>
    /// <param name="write">Writes the members of a configuration.</param>
    /// <param name="read">Makes a component of the members.</param>
    /// <exception cref="ArgumentException">A text is empty, or the version less than 1.</exception>
    public static ComponentEntry Create<TFamily, TComponent>(
        string family,
        string kind,
        int version,
        Action<ComponentWriter, TComponent> write,
        Func<ComponentReader, TComponent> read)
        where TFamily : class
        where TComponent : class, TFamily
    {
        ArgumentException.ThrowIfNullOrEmpty(family);
        ArgumentException.ThrowIfNullOrEmpty(kind);
        ArgumentOutOfRangeException.ThrowIfLessThan(version, 1);
        ArgumentNullException.ThrowIfNull(write);
        ArgumentNullException.ThrowIfNull(read);
        return new Of<TComponent>(new ComponentFamily(typeof(TFamily), family), kind, version, write, read);
    }

    internal abstract void Write(ComponentWriter writer, object component);

    internal abstract object Read(ComponentReader reader);

    private sealed class Of<T>(
        ComponentFamily family,
        string kind,
        int version,
        Action<ComponentWriter, T> write,
        Func<ComponentReader, T> read)
        : ComponentEntry(family, typeof(T), kind, version)
        where T : class
    {
        internal override void Write(ComponentWriter writer, object component) => write(writer, (T)component);

        internal override object Read(ComponentReader reader) => read(reader);
    }
}
